@NullMarked
package dev.rapidcall.gateway.accounts;

import org.jspecify.annotations.NullMarked;
