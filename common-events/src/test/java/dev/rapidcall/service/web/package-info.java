@NullMarked
package dev.rapidcall.service.web;

import org.jspecify.annotations.NullMarked;
