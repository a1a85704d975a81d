export const roles = ['owner', 'admin', 'responder', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who does something: a signed-in person, a script with a token, or the product itself. */
export type Actor = {
  kind: 'user' | 'token' | 'system';
  id: string | null;
  name: string;
  role: Role;
  address: string | null;
};

/** Whether this role may publish and edit incidents and set a service's status. */
export function mayRespond(role: Role): boolean {
  return role !== 'viewer';
}

/** Whether this role may create, edit, reorder and archive services and groups. */
export function mayManageServices(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}
