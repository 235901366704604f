@NullMarked
package dev.rapidcall.service;

import org.jspecify.annotations.NullMarked;
