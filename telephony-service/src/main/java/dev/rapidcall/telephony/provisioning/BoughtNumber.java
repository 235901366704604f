package dev.rapidcall.telephony.provisioning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may be sent to buy a number. */
record BoughtNumber(
    @NotNull(message = "Required")
        @Size(min = 3, max = 32, message = "Must have 3 to 32 characters")
        String phoneNumber,
    @Size(max = 120, message = "Must have at most 120 characters") @Nullable String label) {}
