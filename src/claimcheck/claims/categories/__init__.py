"""Categories: values that are words, such as a weapon, a direction or the colour of a seat.

Each family has a reader for the few phrases in which news says such a value, and a table that
tells a closer word from another one: an assault rifle is a rifle, a shotgun is none. Where value or
subject is unclear nothing is read. Whether it is planned, denied or said by somebody is read
elsewhere, as with numbers; only what could be or will be is passed over here as well.
"""
