/**
 * What a workspace has at the carrier. It has nothing there yet; nothing is bought or made here.
 */
@NullMarked
package dev.rapidcall.telephony.provisioning;

import org.jspecify.annotations.NullMarked;
