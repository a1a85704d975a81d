import { act, cleanup } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { StatusContent } from '@/app/(public)/_status/status-content';
import { uptimeAtFirst } from '@/app/(public)/_status/uptime-at-first';
import { writtenTexts } from '@/app/(public)/_status/written-texts';
import { catalogue } from '@/lib/words/catalogue';
import { pastIncidents } from '../../support/status-cast';
import { snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';
import { disruptedDay, serviceUptime, uptimeOf } from '../../support/uptime-fixtures';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

withFakeStream();
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(cleanup);

const outage = disruptedDay('2026-11-03', { partial_outage: 42 });
const uptime = uptimeOf({ 'svc-api': serviceUptime({ percent: 99.981, disruptions: [outage] }) });
const several = scenes.several?.() ?? snapshot();
const page = (
  <RenderedTexts
    texts={writtenTexts([...several.state.incidents, ...several.state.maintenances, ...pastIncidents])}
  >
    <StatusContent
      snapshot={{ ...several, history: pastIncidents }}
      uptime={uptimeAtFirst(uptime, several.state.services)}
      renderedAt={Date.parse('2026-11-20T12:00:00.000Z')}
    />
  </RenderedTexts>
);

type Format = (value: number) => string;

/** Formats from here on as another edition of CLDR might: with other spaces, commas and signs around the figures. */
function useAnotherEdition() {
  for (const { prototype } of [Intl.DateTimeFormat, Intl.NumberFormat]) {
    const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
    vi.spyOn(prototype as { format: unknown }, 'format', 'get').mockImplementation(function (this: unknown) {
      const original: Format = format?.call(this);
      const otherwise: Format = (value) =>
        original(value).replace(/%|(?<=\p{L}.*)(?=\d)|(?<=\d)(?=.*\p{L})/u, ' ~ ');
      return otherwise;
    });
  }
}

it.each([...catalogue.keys()])(
  'a browser with another edition of CLDR takes the page in %s over',
  async (language) => {
    const element = inLanguage(page, language);
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(element).replace(/^.*?(?=<div id="top")/s, '');
    const top = container.firstElementChild;
    useAnotherEdition();
    expect(new Intl.NumberFormat(language, { style: 'percent' }).format(0.5)).toContain('~');
    const onRecoverableError = vi.fn();
    const root = await act(() => hydrateRoot(container, element, { onRecoverableError }));
    expect(onRecoverableError.mock.calls.map(([error]) => String(error))).toEqual([]);
    expect(container.firstElementChild).toBe(top);
    act(() => root.unmount());
  },
);
