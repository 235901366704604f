package dev.rapidcall.billing.proof;

/**
 * Something that the usage facts do not bear out.
 *
 * @param subject what is wrong: a call's id, or the name of an account
 * @param expected what the facts come to
 * @param found what is written
 */
public record Discrepancy(String subject, String expected, String found) {}
