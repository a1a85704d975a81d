import type { ServiceStatus } from '@/lib/domain/service-status';

/** A sign of its own outline and colour for each state that is not well, in the lower corner of 32 × 32. */
const signs: Record<Exclude<ServiceStatus, 'operational'>, { colour: string; shape: string }> = {
  under_maintenance: { colour: '#4d90f0', shape: '<rect x="16" y="16" width="15" height="15" rx="3.5"/>' },
  degraded_performance: { colour: '#f2b90f', shape: '<path d="M23 14l9 9-9 9-9-9z"/>' },
  partial_outage: { colour: '#f47a20', shape: '<path d="M22.5 13.5l9 17.5h-18z"/>' },
  major_outage: { colour: '#e5332d', shape: '<path d="M20 15h7.5l4 4v7.5l-4 4H20l-4-4V19z"/>' },
};

/** An image of the team's own. */
type Icon = { type: string; bytes: Uint8Array };

/**
 * The tab's icon in a state, as SVG. While all is well it is the team's own, and nothing else; otherwise the state's
 * sign stands in its corner, cut free all around so that it is seen on any picture and any browser's ground.
 */
export function stateIcon({ type, bytes }: Icon, status: ServiceStatus): string {
  const href = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  const sign = status === 'operational' ? null : signs[status];
  const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">';
  if (!sign) return `${open}<image width="32" height="32" href="${href}"/></svg>`;
  const { colour, shape } = sign;
  const free = `<g stroke="#000" stroke-width="5">${shape}<path d="M26 26h6v6h-6z"/></g>`;
  const mask = `<mask id="m"><path fill="#fff" d="M0 0h32v32H0z"/>${free}</mask>`;
  const image = `<image width="32" height="32" href="${href}" mask="url(#m)"/>`;
  return `${open}${mask}${image}<g fill="${colour}">${shape}</g></svg>`;
}
