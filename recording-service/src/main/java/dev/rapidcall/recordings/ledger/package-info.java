/**
 * The recording ledger: what is known of each call's recording and what is to be done next. Does
 * not decide when a call starts or ends.
 */
@NullMarked
package dev.rapidcall.recordings.ledger;

import org.jspecify.annotations.NullMarked;
