package dev.rapidcall.telephony.numbers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrialSettings.class)
class NumbersConfiguration {}
