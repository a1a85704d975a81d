/** Whether `error` says that the database does not answer. Asks by name: what throws it is out of this room's reach. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === 'Unavailable';
}
