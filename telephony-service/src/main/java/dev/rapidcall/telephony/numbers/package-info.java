/**
 * Phone numbers of a workspace. No workspace has one yet: buying and routing come with telephony.
 */
@NullMarked
package dev.rapidcall.telephony.numbers;

import org.jspecify.annotations.NullMarked;
