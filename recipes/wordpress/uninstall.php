<?php
/**
 * Removes what the plugin has stored: its option, on every site of a network.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'sendoff' );

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
		switch_to_blog( $site_id );
		delete_option( 'sendoff' );
		restore_current_blog();
	}
}
