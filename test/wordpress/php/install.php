<?php
/**
 * Installs WordPress with the people of the tests; everybody's password is their name.
 */

define( 'WP_INSTALLING', true );
/** No mail is sent. */
function wp_new_blog_notification() {
}

$_SERVER['HTTP_HOST'] = parse_url( getenv( 'SENDOFF_ORIGIN' ), PHP_URL_HOST );
require getenv( 'SENDOFF_SITE' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Shop', 'administrator', 'administrator@shop.test', false, '', 'administrator' );
update_option( 'show_avatars', '0' );

foreach ( array( 'twentytwentyone', WP_DEFAULT_THEME ) as $theme ) {
	if ( wp_get_theme( $theme )->exists() ) {
		switch_theme( $theme );
		break;
	}
}

// They may see previews and the customizer, and are no staff to the plugin.
add_role( 'decorator', 'Decorator', array( 'read' => true, 'edit_theme_options' => true, 'edit_goods' => true ) );

foreach ( array( 'customer' => 'subscriber', 'nameless' => 'subscriber', 'decorator' => 'decorator' ) as $name => $role ) {
	wp_insert_user(
		array(
			'user_login' => $name,
			'user_pass'  => $name,
			'user_email' => "$name@shop.test",
			'role'       => $role,
			'first_name' => 'customer' === $name ? 'Ada' : '',
		)
	);
}

wp_insert_post(
	array(
		'post_type'   => 'goods',
		'post_title'  => 'Lamp',
		'post_status' => 'draft',
		'post_author' => get_user_by( 'login', 'decorator' )->ID,
	)
);
