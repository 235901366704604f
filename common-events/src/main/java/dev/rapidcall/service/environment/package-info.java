/**
 * From environment variables to settings: checks what a service declares, derives the data source
 * from {@code DATABASE_URL} and prepares the schema. Owns no variable of any service.
 */
@NullMarked
package dev.rapidcall.service.environment;

import org.jspecify.annotations.NullMarked;
