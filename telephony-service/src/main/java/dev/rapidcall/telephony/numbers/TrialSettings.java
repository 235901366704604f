package dev.rapidcall.telephony.numbers;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param allowNumberPurchase whether a workspace on trial may come by a number
 */
@ConfigurationProperties("rapidcall.trial")
record TrialSettings(boolean allowNumberPurchase) {}
