/**
 * The description of the whole HTTP surface and of the topics, and a page to browse it. Both files
 * are approved copies of what is generated from the code; nothing is generated here.
 */
@NullMarked
package dev.rapidcall.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
