@NullMarked
package dev.rapidcall.service.secrets;

import org.jspecify.annotations.NullMarked;
