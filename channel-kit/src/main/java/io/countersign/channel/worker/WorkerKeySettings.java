package io.countersign.channel.worker;

import io.countersign.channel.settings.Setting;
import io.countersign.channel.settings.WrongSetting;
import io.countersign.events.Channel;
import io.countersign.events.seal.SealingKeys;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param directory holds {@code seal-<channel>.json}, a Tink AEAD keyset, of this worker's channel;
 *     no default
 */
@ConfigurationProperties("countersign.keys")
public record WorkerKeySettings(@DefaultValue("") String directory) {

    private static final String KEY = "countersign.keys.directory";

    /**
     * @throws WrongSetting when it is missing
     */
    public WorkerKeySettings {
        new Setting(KEY).mustBeSet(directory);
    }

    /**
     * @throws WrongSetting when the channel's file is missing or holds no such keyset
     */
    SealingKeys sealing(Channel channel) {
        try {
            return SealingKeys.read(Path.of(directory, "seal-" + channel.wireName() + ".json"));
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(KEY, "does not work: " + e.getMessage());
        }
    }
}
