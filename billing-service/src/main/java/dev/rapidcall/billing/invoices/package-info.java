/** Invoices as the API shows them. There are none until cards can be charged. */
@NullMarked
package dev.rapidcall.billing.invoices;

import org.jspecify.annotations.NullMarked;
