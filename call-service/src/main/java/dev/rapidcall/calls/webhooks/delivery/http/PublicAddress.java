package dev.rapidcall.calls.webhooks.delivery.http;

import java.net.InetAddress;
import java.util.List;

/**
 * Whether an address belongs to the public internet. Of IPv6 only global unicast counts, without
 * the blocks that carry an IPv4 address inside or are for documents and tests; mapped, translated
 * and local forms all lie outside of it.
 */
final class PublicAddress {
  private static final List<Block> NOT_PUBLIC =
      List.of(
          Block.of("0.0.0.0/8"),
          Block.of("10.0.0.0/8"),
          Block.of("100.64.0.0/10"),
          Block.of("127.0.0.0/8"),
          Block.of("169.254.0.0/16"),
          Block.of("172.16.0.0/12"),
          Block.of("192.0.0.0/24"),
          Block.of("192.0.2.0/24"),
          Block.of("192.88.99.0/24"),
          Block.of("192.168.0.0/16"),
          Block.of("198.18.0.0/15"),
          Block.of("198.51.100.0/24"),
          Block.of("203.0.113.0/24"),
          Block.of("224.0.0.0/3"),
          Block.of("168.63.129.16/32"), // Azure answers its machines there
          Block.of("2001::/23"),
          Block.of("2001:db8::/32"),
          Block.of("2002::/16"),
          Block.of("3fff::/20"));

  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");
  private static final int IPV4_BYTES = 4;

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean ordinary = bytes.length == IPV4_BYTES || GLOBAL_UNICAST.contains(bytes);
    return ordinary && NOT_PUBLIC.stream().noneMatch(block -> block.contains(bytes));
  }

  /** Addresses that begin with the same bits. */
  private record Block(byte[] start, int bits) {

    static Block of(String text) {
      int slash = text.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
