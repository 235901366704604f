package dev.rapidcall.telephony.numbers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may be sent to add a number by hand. */
record AddedNumber(
    @NotNull(message = "Required")
        @Size(min = 3, max = 32, message = "Must have 3 to 32 characters")
        String e164,
    @Size(max = 120, message = "Must have at most 120 characters") @Nullable String label,
    @Pattern(regexp = "twilio", message = "Must be twilio") @Nullable String provider) {}
