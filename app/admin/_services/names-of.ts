/** Finds a service's name by its id; archived ones too, as old incidents name them. */
export function namesOf(services: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(services.map((service) => [service.id, service.name]));
  return (id) => names.get(id) ?? 'a removed service';
}
