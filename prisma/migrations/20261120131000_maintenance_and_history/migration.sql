-- What went wrong and what follows from it, once it is published.
ALTER TABLE "incident" ADD COLUMN "post_mortem" TEXT,
ADD COLUMN "post_mortem_at" TIMESTAMPTZ(3);

-- When work began, whatever was planned; and whether it begins and ends by the clock.
ALTER TABLE "maintenance" ADD COLUMN "started_at" TIMESTAMPTZ(3),
ADD COLUMN "auto_start" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "auto_complete" BOOLEAN NOT NULL DEFAULT true;

UPDATE "maintenance" SET "started_at" = "scheduled_start_at" WHERE "status" <> 'scheduled';

-- History is read newest first from a place in it, and due work by its times.
DROP INDEX "incident_started_at_idx";
CREATE INDEX "incident_started_at_id_idx" ON "incident"("started_at", "id");
CREATE INDEX "maintenance_started_at_id_idx" ON "maintenance"("started_at", "id");
CREATE INDEX "maintenance_status_scheduled_end_at_idx" ON "maintenance"("status", "scheduled_end_at");

-- The words that history is searched by, in any language. Chinese, Japanese and Thai write without spaces, so
-- each of their characters counts as a word, and a word of theirs is found as characters in a row.
CREATE FUNCTION "spaced_text"("given" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT regexp_replace("given", '([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])', ' \1 ', 'g') $$;

CREATE FUNCTION "search_words"("given" TEXT) RETURNS TSVECTOR
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT to_tsvector('pg_catalog.simple', regexp_replace("given", '([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])', ' \1 ', 'g')) $$;

CREATE INDEX "incident_words_idx" ON "incident" USING gin (search_words("title"));
CREATE INDEX "incident_update_words_idx" ON "incident_update" USING gin (search_words("body"));
CREATE INDEX "maintenance_words_idx" ON "maintenance" USING gin (search_words("title"));
CREATE INDEX "maintenance_update_words_idx" ON "maintenance_update" USING gin (search_words("body"));
