import { expect, test } from 'vitest';
import { createTestDatabase } from '@/tests/support/postgres';
import { describeDatabase } from '@/tests/support/schema/describe-database';
import { describePrisma } from '@/tests/support/schema/describe-prisma';

test('schema.prisma and the migrated database say the same, line for line', async () => {
  const database = await createTestDatabase();
  try {
    const said = await describePrisma('prisma/schema.prisma');
    const there = await describeDatabase(database.url);
    expect(said.length).toBeGreaterThan(50);
    expect(
      there.filter((line) => !said.includes(line)),
      'in the database alone',
    ).toEqual([]);
    expect(
      said.filter((line) => !there.includes(line)),
      'in schema.prisma alone',
    ).toEqual([]);
  } finally {
    await database.drop();
  }
});
