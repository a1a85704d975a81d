import { publicUrl } from '@/lib/public-url';
import { type CardContent, cardSize, cardTag } from './share-card';

type ShareMetaProps = {
  /** Of the page, from its root on. */
  path: string;
  content: CardContent;
  type?: 'website' | 'article';
};

/** What search engines and those who share a link read of a page. React puts it into the head. */
export function ShareMeta({ path, content, type = 'article' }: ShareMetaProps) {
  const { pageName, title, word, line } = content;
  const url = publicUrl(path);
  // Another picture has another address: those who show it keep it for long.
  const version = cardTag(content).replaceAll('"', '');
  const image = publicUrl(`${path === '/' ? '' : path}/share-card.png?v=${version}`);
  const description = [word, ...line].filter(Boolean).join(' · ');
  return (
    <>
      <link rel="canonical" href={url} />
      <meta name="description" content={description} />
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={pageName} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(cardSize.width)} />
      <meta property="og:image:height" content={String(cardSize.height)} />
      <meta property="og:image:alt" content={`${pageName}: ${title}. ${description}`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
