@NullMarked
package dev.rapidcall.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
