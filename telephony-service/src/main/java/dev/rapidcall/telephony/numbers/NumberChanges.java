package dev.rapidcall.telephony.numbers;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What may be sent to change a number. */
record NumberChanges(
    @Size(max = 120, message = "Must have at most 120 characters") @Nullable String label,
    @Size(min = 1, message = "Must not be empty") @Nullable String inboundAgentId,
    @Size(min = 1, message = "Must not be empty") @Nullable String outboundAgentId,
    @Size(max = 512, message = "Must have at most 512 characters")
        @Nullable String sipTerminationUri,
    @Pattern(regexp = "tcp|udp|tls", message = "Must be one of tcp, udp, tls")
        @Nullable String sipOutboundTransport) {}
