package io.github.aikidoconnect.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Describes the machine of a measurement, without its name. */
final class Machine {

    private Machine() {}

    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %d GiB of memory, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().toString().replaceAll("-.*", ""));
    }
}
