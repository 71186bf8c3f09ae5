import type { Kysely } from 'kysely';

interface Then {
  reading: { id: string; document: string; region: string | null };
}

/** 010: the region a document being read is of, which says who may see it. */
export const regionsOfReadings = {
  number: 10,
  name: 'regions of readings',
  async up<T>(db: Kysely<T>): Promise<void> {
    await db.schema.alterTable('reading').addColumn('region', 'text').execute();
    const then = db as unknown as Kysely<Then>;
    for (const { id, document } of await then.selectFrom('reading').select(['id', 'document']).execute()) {
      const { region } = JSON.parse(document) as { region: string | null };
      await then
        .updateTable('reading')
        .set({ region: region || null })
        .where('id', '=', id)
        .execute();
    }
  },
};
