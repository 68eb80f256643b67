-- Plans by day: what is coming is asked by every first page, and lies behind everything that happened.
CREATE INDEX event_planned ON event (day, number, last_day) WHERE status = 'planned';
