@NullMarked
package dev.rapidcall.local.platform;

import org.jspecify.annotations.NullMarked;
