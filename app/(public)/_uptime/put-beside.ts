import { barHeight, pitch } from './bar-shapes';

const gap = 8;
/** Room for what most days have to tell, links and all. */
const roomy = 200;

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
  const fitsBelow =
    clientHeight - bottom >= Math.max(roomy, box.offsetHeight + 2 * gap) || top < clientHeight - bottom;
  box.style.left = `${x}px`;
  // Held at the side of the bar, so that it grows away from it when more becomes known.
  box.style.top = fitsBelow ? `${bottom + gap}px` : 'auto';
  box.style.bottom = fitsBelow ? 'auto' : `${clientHeight - top + gap}px`;
}
