/** The document of the topics, drawn from the vocabulary and compared with the approved copy. */
@NullMarked
package dev.rapidcall.messaging.asyncapi;

import org.jspecify.annotations.NullMarked;
