/**
 * What every service does the same way: environment variables, caller identity, error shape, log
 * fields, health. Owns no business rule and no data.
 */
@NullMarked
package dev.rapidcall.service;

import org.jspecify.annotations.NullMarked;
