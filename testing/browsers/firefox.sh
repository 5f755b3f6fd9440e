#!/bin/sh
# Playwright has Firefox end as soon as a page crashes. A visitor's goes on, and so does the one that is tested.
unset MOZ_CRASHREPORTER_SHUTDOWN
exec "$SENDOFF_FIREFOX" "$@"
