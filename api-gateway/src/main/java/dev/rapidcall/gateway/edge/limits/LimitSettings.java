package dev.rapidcall.gateway.edge.limits;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param trustedProxyHops how many proxies of ours stand before the gateway and add to {@code
 *     X-Forwarded-For}
 * @param signInsPerAddress within 15 minutes, registrations and sign-ins each
 * @param signInsPerAccount the same, for one account address
 * @param requestsPerMinute of one workspace
 * @param expensiveRequestsPerMinute of one workspace, where each costs money at a provider
 */
@Validated
@ConfigurationProperties("rapidcall.limits")
record LimitSettings(
    @Min(0) int trustedProxyHops,
    @Positive int signInsPerAddress,
    @Positive int signInsPerAccount,
    @Positive int requestsPerMinute,
    @Positive int expensiveRequestsPerMinute) {}
