-- Version 4: how far durations without an estimate of their own spread, by track or kind.

ALTER TABLE settings ADD COLUMN quick_ranges TEXT;
