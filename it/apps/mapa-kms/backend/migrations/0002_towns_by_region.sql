CREATE INDEX towns_by_region ON towns (region, name);
