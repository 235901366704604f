/**
 * The broker: clients with the settings that durability and order need, topics, names. Owns every
 * Kafka setting; knows neither outbox nor inbox.
 */
@NullMarked
package dev.rapidcall.messaging.kafka;

import org.jspecify.annotations.NullMarked;
