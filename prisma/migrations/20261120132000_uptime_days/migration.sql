-- CreateTable
CREATE TABLE "service_uptime_day" (
    "service_id" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "operational_ms" INTEGER NOT NULL,
    "under_maintenance_ms" INTEGER NOT NULL,
    "degraded_performance_ms" INTEGER NOT NULL,
    "partial_outage_ms" INTEGER NOT NULL,
    "major_outage_ms" INTEGER NOT NULL,

    CONSTRAINT "service_uptime_day_pkey" PRIMARY KEY ("service_id","time_zone","day")
);

-- AddForeignKey
ALTER TABLE "service_uptime_day" ADD CONSTRAINT "service_uptime_day_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A stored day is a copy. Whoever changes what it was made from, in whatever way, makes the database forget it and
-- all later days of that service; the next reader computes them anew.

CREATE FUNCTION forget_uptime(service TEXT, since TIMESTAMPTZ) RETURNS VOID LANGUAGE sql AS $$
  -- A moment's day in any zone is at most one off its day in UTC.
  DELETE FROM service_uptime_day WHERE service_id = service AND day >= (since AT TIME ZONE 'UTC')::date - 1
$$;

CREATE FUNCTION forget_uptime_of_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM forget_uptime(OLD.service_id, OLD.at); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM forget_uptime(NEW.service_id, NEW.at); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_uptime AFTER INSERT OR UPDATE OR DELETE ON service_status_change
  FOR EACH ROW EXECUTE FUNCTION forget_uptime_of_change();

CREATE FUNCTION forget_uptime_of_service() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM service_uptime_day WHERE service_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_uptime AFTER UPDATE OF start_date, created_at ON service
  FOR EACH ROW WHEN (
    OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.created_at IS DISTINCT FROM NEW.created_at
  ) EXECUTE FUNCTION forget_uptime_of_service();

CREATE FUNCTION forget_uptime_of_maintenance() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_uptime(service_id, LEAST(OLD.scheduled_start_at, NEW.scheduled_start_at))
    FROM maintenance_service WHERE maintenance_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_uptime AFTER UPDATE ON maintenance FOR EACH ROW WHEN (
  (OLD.status = 'scheduled') <> (NEW.status = 'scheduled')
  OR OLD.scheduled_start_at <> NEW.scheduled_start_at
  OR OLD.scheduled_end_at <> NEW.scheduled_end_at
  OR OLD.started_at IS DISTINCT FROM NEW.started_at
  OR OLD.completed_at IS DISTINCT FROM NEW.completed_at
) EXECUTE FUNCTION forget_uptime_of_maintenance();

CREATE FUNCTION forget_uptime_of_planned_service() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    -- When the maintenance itself is deleted, its row is gone by now: then nothing older than its services is known.
    PERFORM forget_uptime(OLD.service_id, COALESCE(
      (SELECT scheduled_start_at FROM maintenance WHERE id = OLD.maintenance_id), '-infinity'));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM forget_uptime(NEW.service_id, scheduled_start_at)
      FROM maintenance WHERE id = NEW.maintenance_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER forget_uptime AFTER INSERT OR UPDATE OR DELETE ON maintenance_service
  FOR EACH ROW EXECUTE FUNCTION forget_uptime_of_planned_service();
