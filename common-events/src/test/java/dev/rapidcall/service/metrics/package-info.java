@NullMarked
package dev.rapidcall.service.metrics;

import org.jspecify.annotations.NullMarked;
