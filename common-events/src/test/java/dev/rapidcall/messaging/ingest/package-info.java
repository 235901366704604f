@NullMarked
package dev.rapidcall.messaging.ingest;

import org.jspecify.annotations.NullMarked;
