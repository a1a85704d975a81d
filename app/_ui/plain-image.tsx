import type { ComponentProps } from 'react';

/** An image as it was uploaded. Next's own component would have it scaled by a service, which SVG and icons can't be. */
export function PlainImage({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: see above.
  return <img alt={alt} {...rest} />;
}
