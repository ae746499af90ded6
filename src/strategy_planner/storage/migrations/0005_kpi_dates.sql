-- Version 5: whether dates follow the KPIs that say when they are reached.

ALTER TABLE settings ADD COLUMN kpi_dates INTEGER;
