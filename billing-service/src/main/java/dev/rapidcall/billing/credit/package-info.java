/** The trial credit of a workspace: granted once, never below zero. Owns no other entitlement. */
@NullMarked
package dev.rapidcall.billing.credit;

import org.jspecify.annotations.NullMarked;
