import type { ReactNode } from 'react';
import { CheckField } from '../_form/check-field';
import { FormField, FormTextArea } from '../_form/controls';
import { MessageField } from '../_form/message-field';
import { AccentField } from './accent-field';
import { type BrandingTexts, type ShownImages, textLabels } from './branding-texts';
import { ImageField } from './image-field';

type BrandingFieldsProps = { texts: BrandingTexts; images: ShownImages; showName: boolean };

/** Everything a team can say of how its page looks. */
export function BrandingFields({ texts, images, showName }: BrandingFieldsProps) {
  return (
    <>
      <Section title="The page">
        <FormField
          name="name"
          label={textLabels.name}
          defaultValue={texts.name}
          maxLength={120}
          autoComplete="off"
          className="min-h-11"
          required
        />
        <MessageField
          name="announcement"
          label={`${textLabels.announcement} (optional)`}
          hint="Stands above the status on every public page. It comes and goes while pages are open."
          defaultValue={texts.announcement}
        />
      </Section>
      <Section title="Logo and icon">
        <ImageField
          name="lightLogo"
          label="Logo"
          hint="PNG, JPEG, WebP, SVG or ICO, at most 512 KB. Shown 36 pixels high."
          mostKb={512}
          image={images.lightLogo}
        />
        <ImageField
          name="darkLogo"
          label="Logo for dark mode (optional)"
          hint="Without it, the logo above is shown there too."
          mostKb={512}
          image={images.darkLogo}
          isDark
        />
        <CheckField
          name="showName"
          label="Show the name beside the logo"
          hint="Leave it unticked when the logo says the name."
          defaultChecked={showName}
        />
        <ImageField
          name="favicon"
          label="Icon of the tab"
          hint="Square, at most 128 KB. When something is wrong, the state’s sign stands in its corner."
          mostKb={128}
          image={images.favicon}
        />
      </Section>
      <Section title="Colour">
        <AccentField saved={texts.accent} />
      </Section>
      <Section title="Links">
        <FormTextArea
          name="headerLinks"
          label={`${textLabels.headerLinks} (optional)`}
          hint="One on each line: its words, then its address. At most 6."
          placeholder="Documentation https://docs.example.com"
          defaultValue={texts.headerLinks}
          rows={2}
          className="min-h-16"
        />
        <FormField
          name="support"
          label={`${textLabels.support} (optional)`}
          hint="An e-mail address or a page, linked in the footer."
          placeholder="support@example.com"
          defaultValue={texts.support}
          autoComplete="off"
          className="min-h-11"
        />
        <FormTextArea
          name="footerLinks"
          label={`${textLabels.footerLinks} (optional)`}
          hint="As in the header. At most 12."
          placeholder="Privacy https://example.com/privacy"
          defaultValue={texts.footerLinks}
          rows={2}
          className="min-h-16"
        />
        <FormTextArea
          name="footerText"
          label={`${textLabels.footerText} (optional)`}
          defaultValue={texts.footerText}
          rows={2}
          className="min-h-16"
        />
      </Section>
      <Section title="Custom CSS">
        <FormTextArea
          name="customCss"
          label={`${textLabels.customCss} (optional)`}
          hint="At most 32 KB, for public pages alone. It wins over every rule of ours; what it may rely on is in docs/branding.md."
          defaultValue={texts.customCss}
          rows={6}
          spellCheck={false}
          className="font-mono text-sm"
        />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5">
      <h2 className="border-line border-b pb-1.5 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
