import type { BadgeLook } from '@/lib/contracts/badge-query';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { escaped } from '../markup';
import { signs, themes } from './badge-looks';
import { shortened, textWidth } from './text-width';

export type Badge = { label: string; word: string; status: ServiceStatus };

const height = 20;
const padding = 7;
const signSize = 12;
const signGap = 5;
const radius = 4;
const longestLabel = 40;

/** The badge as SVG: the label and the word side by side, or compact, the word alone. Its title says both. */
export function badgeSvg({ label, word, status }: Badge, { style, theme }: BadgeLook): string {
  const colours = themes[theme];
  const { ground, ink } = colours.status[status];
  const left = style === 'compact' ? null : shortened(label, longestLabel);
  const leftWidth = left === null ? 0 : textWidth(left) + 2 * padding;
  const wordWidth = textWidth(word);
  const signX = leftWidth + padding;
  const wordX = signX + signSize + signGap;
  const width = wordX + wordWidth + padding;
  const title = escaped(`${label}: ${word}`);
  const { plate, sign } = signs[status];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect width="${width}" height="${height}" rx="${radius}" fill="${ground}"/>`,
    left === null ? '' : `<path d="${leftEnd(leftWidth)}" fill="${colours.label.ground}"/>`,
    `<g transform="translate(${signX} ${(height - signSize) / 2}) scale(${signSize / 16})" fill="${ink}">${plate}`,
    `<path d="${sign}" fill="none" stroke="${ground}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>`,
    '<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
    left === null ? '' : textOf(left, padding, colours.label.ink),
    textOf(word, wordX, ink),
    '</g></svg>',
  ].join('');
}

/** A ground with round corners on its left. It needs no id, of which there would be two where badges stand in one page. */
function leftEnd(width: number): string {
  const [across, down] = [width - radius, height - 2 * radius];
  const corner = `a${radius} ${radius} 0 0 1`;
  return `M${radius} 0h${across}v${height}h-${across}${corner}-${radius}-${radius}v-${down}${corner} ${radius}-${radius}z`;
}

/** Fitted to the width that was counted on, whatever font the reader has. */
function textOf(text: string, x: number, ink: string): string {
  const width = textWidth(text);
  const place = `x="${x + width / 2}" y="14" text-anchor="middle"`;
  return `<text ${place} textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${ink}">${escaped(text)}</text>`;
}
