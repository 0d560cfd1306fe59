package dev.tertulia.violator;

import io.vertx.mutiny.sqlclient.Pool;

record HasItsOwnPool(Pool pool) {}
