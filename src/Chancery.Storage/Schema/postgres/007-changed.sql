-- The last changes of everything: what feeds and the page of changes ask first.
CREATE INDEX event_changed ON event (changed, number);
