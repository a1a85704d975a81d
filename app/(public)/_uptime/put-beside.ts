import { barHeight, pitch } from './bar-shapes';

const gap = 8;

/**
 * Puts the explanation of a day below its bar, or above where there is more room, within the window. Nothing lies
 * between the two, so that a pointer can move over.
 */
export function putBeside(box: HTMLElement | null, picture: SVGSVGElement | null, place: number): void {
  if (!box || !picture) return;
  const { left, width, top, bottom } = picture.getBoundingClientRect();
  const whole = picture.viewBox.baseVal?.width ?? barHeight;
  const along = ((place + 0.5) * pitch) / whole;
  const isFlipped = getComputedStyle(picture).direction === 'rtl';
  const middle = left + width * (isFlipped ? 1 - along : along);
  // The body, unlike the window, leaves out what is kept free for a scroll bar.
  const page = document.body.getBoundingClientRect();
  const { clientHeight } = document.documentElement;
  const x = Math.min(
    Math.max(page.left + gap, middle - box.offsetWidth / 2),
    page.right - box.offsetWidth - gap,
  );
  const fitsBelow = bottom + gap + box.offsetHeight <= clientHeight || top < clientHeight - bottom;
  box.style.left = `${x}px`;
  box.style.top = `${fitsBelow ? bottom + gap : top - gap - box.offsetHeight}px`;
}
